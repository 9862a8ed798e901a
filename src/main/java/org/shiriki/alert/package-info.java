/// What people ask to be told of.
///
/// *What.* An [AlertTopic] is a kind of news, a [Subscription] one person's wish for it about one
/// place ([Reach]). [Alerts] keeps them, [AlertScreens] asks for them and lets them go.
///
/// *Why so.* Nobody is subscribed who has not consented: the keeper itself takes nothing else. A
/// subscription names the ward or county as it stood when it was asked for, so that whoever moves
/// still gets what they chose. Its key is person, topic and place, so asking twice is asking once;
/// and it hangs on the person's row, so leaving everything ends it without further ado.
///
/// Staff write the topics ([Offers], [AlertTopicApi]); one that is withdrawn is offered no more,
/// and stays with those who chose it until they leave it. None is ever deleted, since broadcasts
/// and subscriptions name it.
///
/// *Not here.* Writing and sending alerts; counting who wants them.
@org.jspecify.annotations.NullMarked
package org.shiriki.alert;
