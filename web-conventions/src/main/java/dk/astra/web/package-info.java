@NullMarked
package dk.astra.web;

import org.jspecify.annotations.NullMarked;
