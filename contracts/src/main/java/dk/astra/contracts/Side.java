package dk.astra.contracts;

/** Eastern or Western Denmark, split at the Great Belt (domain.md 5.3; Bornholm is East). */
public enum Side {
    EAST,
    WEST
}
