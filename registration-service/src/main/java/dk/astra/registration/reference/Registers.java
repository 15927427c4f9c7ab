package dk.astra.registration.reference;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Port: the registers of municipalities and institutions. */
public interface Registers {

    /** By name, in Danish order. */
    List<Municipality> municipalities();

    Optional<Municipality> municipality(String code);

    Optional<Institution> institution(String number);

    /** What a workplace is called: as the person wrote it, else as the register has it; null where neither is known. */
    default @Nullable String nameOf(@Nullable String institutionNumber, @Nullable String written) {
        if (written != null || institutionNumber == null) {
            return written;
        }
        return institution(institutionNumber).map(Institution::name).orElse(null);
    }

    /** True when there is a register, and it lacks this number: before the first import any number is believed. */
    boolean lacksInstitution(String number);

    /** The same for municipalities. */
    boolean lacksMunicipality(String code);

    /**
     * Institutions whose name holds all words of the query, however å, æ, ø are typed; at most {@code limit}, in
     * Danish order.
     */
    List<Institution> search(String query, int limit);

    /** Replaces the register; what is not in the list is removed. */
    void replaceMunicipalities(List<Municipality> municipalities);

    void replaceInstitutions(List<Institution> institutions);
}
