/**
 * Support for the tests of all modules.
 */
package io.github.crispspring.testsupport;
