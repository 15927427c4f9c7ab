package dk.astra.localstack.store;

import java.util.Iterator;
import java.util.List;

/** An index whose keys are ordered, so that it answers equality on a prefix of its fields, ranges, and sorting. */
interface OrderedIndex {

    List<String> fields();

    boolean unique();

    /** Holds no key for documents that have none of the fields. */
    boolean sparse();

    /** Holds several keys, or none although it is not sparse, for some document (arrays). */
    boolean multikey();

    /** Positions of the documents with a key in the range, in the order of the keys. */
    Iterator<Object> positions(KeyRange range, boolean descending);
}
