/**
 * A participant's flows in a real browser against real processes (P11): Danish and English, with and without JavaScript,
 * at 320 and 1280 px, keyboard only. Pictures of every state lie in {@code target/screens}.
 */
package dk.astra.systemtests.flows;
