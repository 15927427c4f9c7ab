package dk.astra.localstack.store;

/** One end of a range of values. */
record Bound(Object value, boolean inclusive) {}
