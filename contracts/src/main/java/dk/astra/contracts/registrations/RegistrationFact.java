package dk.astra.contracts.registrations;

import dk.astra.contracts.Fact;

/** A fact about a registration; each carries the state after it. */
public sealed interface RegistrationFact extends Fact
        permits RegistrationCreated,
                RegistrationPromoted,
                RegistrationChanged,
                RegistrationCancelled,
                AttendanceRecorded,
                RegistrationErased,
                RegistrationLinkRequested,
                RegistrationMoved,
                RegistrationTransferred,
                RegistrationOffered,
                RegistrationNamed {

    RegistrationState registration();
}
