package dk.astra.localstack.demo;

/**
 * An invented institution.
 *
 * @param number six digits, starting with 9 so that no institution of the real register has it
 * @param type the kind in Danish, as the register writes it
 */
public record Institution(String number, String name, String type, String municipalityCode) {}
