/// The whole gateway under test: from HTTP to PostgreSQL and back.
@org.jspecify.annotations.NullMarked
package org.shiriki;
