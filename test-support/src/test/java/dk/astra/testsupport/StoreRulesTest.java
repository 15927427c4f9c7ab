package dk.astra.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoreRulesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            commitTransaction | {}                                                            | not a command
            insert            | {autocommit: false, startTransaction: true}                   | inside a transaction
            update            | {updates: [{q: {}, u: [{$set: {a: 1}}]}]}                      | update by a pipeline
            update            | {updates: [{q: {}, u: {$bit: {a: {or: 1}}}}]}                  | update operator $bit
            findAndModify     | {query: {}, update: [{$set: {a: 1}}]}                          | update by a pipeline
            aggregate         | {pipeline: [{$lookup: {from: 'b'}}]}                           | aggregation stage $lookup
            aggregate         | {pipeline: [{$group: {_id: 1, x: {$median: '$a'}}}]}           | accumulator $median
            aggregate         | {pipeline: [{$project: {x: {$dateTrunc: {date: '$a'}}}}]}      | operator $dateTrunc
            find              | {filter: {$where: 'true'}}                                    | operator $where
            find              | {filter: {a: 1}, collation: {locale: 'da'}}                    | with a collation
            find              | {filter: {}, projection: {a: {$slice: 2}}}                     | operator $slice
            createIndexes     | {indexes: [{key: {a: 1}, expireAfterSeconds: 5}]}              | index with expireAfterSeconds
            createIndexes     | {indexes: [{key: {a: 1}, partialFilterExpression: {}}]}        | index with partialFilterExpression
            createIndexes     | {indexes: [{key: {a: 'text'}}]}                               | index of kind
            delete            | {deletes: [{q: {$text: {$search: 'a'}}, limit: 0}]}            | operator $text
            """)
    void findsWhatTheStoresDoDifferently(String command, String body, String violation) {
        assertThat(StoreRules.violationsOf(command, BsonDocument.parse(body)))
                .singleElement()
                .asString()
                .contains(violation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            insert        | {documents: [{_id: 1, text: {nested: [1, 2]}}], lsid: {id: 1}, txnNumber: 3}
            update        | {updates: [{q: {_id: 1, version: {$lt: 3}}, u: {$set: {a: [1]}, $push: {b: {$each: [1]}}}}]}
            update        | {updates: [{q: {_id: 1}, u: {whole: 'document'}}]}
            findAndModify | {query: {_id: 1}, update: {$inc: {n: 1}}, new: true}
            aggregate     | {pipeline: [{$match: {a: 1}}, {$group: {_id: '$b', n: {$sum: 1}}}, {$sort: {n: -1}}]}
            createIndexes | {indexes: [{key: {a: 1, b: -1}, name: 'a-b', unique: true, sparse: true}]}
            hello         | {}
            """)
    void letsPassWhatTheyDoAlike(String command, String body) {
        assertThat(StoreRules.violationsOf(command, BsonDocument.parse(body))).isEmpty();
    }

    @Test
    void handsEachViolationOutOnce() {
        assertThat(new StoreRules().takeViolations()).isEmpty();
    }
}
