/// What: the test database, and tests of the way to PostgreSQL.
///
/// Why so: tests run on the real server, once started for all of them, and each class has its own
/// clone of a database with all migrations applied.
///
/// Not here: anything that pretends to be PostgreSQL.
@NullMarked
package org.shiriki.pg;

import org.jspecify.annotations.NullMarked;
