/**
 * The embedded store: speaks MongoDB's wire protocol on 127.0.0.1, keeps its data in one file or in memory.
 *
 * <p>mongo-java-server answers the commands. The classes here change what it does wrongly or slowly: documents are
 * copied before anybody changes them, queries use secondary indexes, documents are stored as BSON, a write is
 * acknowledged only after the commit that holds it, and what would be silently wrong is refused with error 115. A
 * single process without replication or users: for development and tests, never for production.
 */
@NullMarked
package dk.astra.localstack.store;

import org.jspecify.annotations.NullMarked;
