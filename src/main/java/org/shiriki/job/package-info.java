/// What the house does at its times, and how that goes.
///
/// *What.* A [Job] is a round that is made again and again, by one node at a time. [Runs] keeps
/// what became of each job's last run; [JobApi] shows it to staff, and lets them hurry one.
///
/// *Why so.* When a job runs is db-scheduler's business (`pg.Schedule`), on a table that all nodes
/// look at: there is no leader, what came due while nobody ran is made up, and what a dead node had
/// in hand another takes over. Rounds are therefore made so that doing one again does no harm. What
/// went wrong is kept as kinds and places in the code, because a message may hold a value.
///
/// Work that every node has to do for itself (what lies in its memory), and queues that all nodes
/// empty together second by second (messages, broadcasts, deliveries), are no jobs.
///
/// *Not here.* What a round does (each room). Which jobs there are: `Jobs` at the boot.
@org.jspecify.annotations.NullMarked
package org.shiriki.job;
