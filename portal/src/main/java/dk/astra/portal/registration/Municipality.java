package dk.astra.portal.registration;

/** One of the 98. */
public record Municipality(String code, String name) {}
