/**
 * The embedded store: speaks MongoDB's wire protocol on 127.0.0.1, keeps its data in one file or in memory.
 *
 * <p>mongo-java-server understands the commands, matches and changes documents. The classes here replace how it stores
 * and finds them, because as shipped it tears reads, scans nearly everything and loses acknowledged writes:
 *
 * <ul>
 *   <li>Documents are kept as BSON bytes, so everybody who reads one has a copy of their own.
 *   <li>Indexes are ordered maps in memory, built when a collection is opened; they answer equality on their first
 *       fields, {@code $in}, ranges, sorting by the next field, and counts without looking at a document.
 *   <li>A write is acknowledged when the journal holds it; writes that run together share one frame. Checkpoints move
 *       the journal into the store file. After a crash the journal is played again.
 *   <li>What would be ignored or done wrongly is refused with error 115.
 * </ul>
 *
 * <p>A single process without replication or users: for development and tests, never for production.
 */
@NullMarked
package dk.astra.localstack.store;

import org.jspecify.annotations.NullMarked;
