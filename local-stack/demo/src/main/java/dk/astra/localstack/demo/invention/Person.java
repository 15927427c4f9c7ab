package dk.astra.localstack.demo.invention;

import org.jspecify.annotations.Nullable;

/** An invented person; exactly one of institution number, institution name and municipality says where from. */
record Person(
        String name,
        String email,
        @Nullable String title,
        @Nullable String institutionNumber,
        @Nullable String institutionName,
        @Nullable String municipalityCode,
        String side,
        String role,
        String language) {}
