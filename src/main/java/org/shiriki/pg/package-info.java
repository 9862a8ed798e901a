/// What: the way to PostgreSQL. The address of a database, the server that the gateway brings with
/// it, the migrations at start, statements and transactions that wait, notices of change, and
/// writes that travel together.
///
/// Why so:
/// - The embedded server is the real one, unpacked from its binaries and driven by its own programs
///   (`initdb`, `pg_ctl`). Libraries that embed PostgreSQL are made for tests: they switch
///   durability off, trust every log-in, and leave an orphan behind when the gateway is killed.
/// - `pg_ctl` starts the server in a session of its own, so that Ctrl-C in a terminal reaches the
///   gateway only, and the gateway then stops the server when its own work is done.
/// - A server left running by a killed gateway is stopped and started anew rather than adopted, so
///   that there is one way to start and its settings are always the present ones.
/// - The database's sort order is PostgreSQL's own `C.UTF-8`, so that data moves between machines
///   whatever their locales.
/// - Failures carry the statement and the server's verdict but never a value: a duplicate key's
///   detail can be a phone number.
/// - Notices are hints. One that was sent while nobody listened is lost, so everything is read
///   again after each connection.
///
/// Not here: any table but Flyway's own; each feature brings its migrations and keeps its SQL
/// beside its keeper.
@NullMarked
package org.shiriki.pg;

import org.jspecify.annotations.NullMarked;
