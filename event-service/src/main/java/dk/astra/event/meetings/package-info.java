/** What people sign up for, from draft to held: the aggregate, its rules, and one class per thing that can be done to it. */
@NullMarked
package dk.astra.event.meetings;

import org.jspecify.annotations.NullMarked;
