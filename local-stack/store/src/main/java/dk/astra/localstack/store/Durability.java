package dk.astra.localstack.store;

/** When a write is acknowledged. */
enum Durability {
    /** At once: the store lives in memory only. */
    MEMORY,
    /** After the commit that holds it: survives kill -9 of the process. */
    COMMITTED,
    /** After the commit reached the disk: survives a power cut too. */
    SYNCED,
    /** At once, committed about every second, as the library does it. Loses acknowledged writes; for tests. */
    BEHIND
}
