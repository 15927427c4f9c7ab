package dk.astra.localstack.demo;

/**
 * A municipality of the reference data.
 *
 * @param code four digits with leading zero
 * @param side EAST or WEST of the Great Belt
 */
public record Municipality(String code, String name, String region, String side) {}
