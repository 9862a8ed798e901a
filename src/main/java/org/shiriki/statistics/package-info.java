/// What the house adds up about itself, for staff.
///
/// *What.* [Statistics] reads sessions by day, screens by day (how many sessions came by, and how
/// many ended there), and what SMS cost by month, purpose and network. [MonthEnd] adds up each
/// month of Nairobi once when it is over; [MonthReports] keeps that.
///
/// *Why so.* The sums are kept in tables of their own, in which nobody is, by those who know when
/// something is over (`ussd.PgTraffic`, `sms.PgCosts`): they outlive the rows that they were made
/// of, and reading them costs the same in every year. They are the whole house's, so they do not
/// exist for whoever is limited to some counties or themes. Partners and the board do not see
/// counts below [Statistics#FEWEST]. A month's report reads the tables of other rooms, for sums
/// only, and is never made again: it stays as it was told, also when what it was made of is gone.
/// It waits until all sessions and messages of its month are counted. A concern that was opened
/// again meanwhile is no longer counted as answered in time.
///
/// *Not here.* What is told to the public (room `open`), and gauges for operators (`/metrics`).
@org.jspecify.annotations.NullMarked
package org.shiriki.statistics;
