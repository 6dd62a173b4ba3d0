import type { AnyCommand } from '../kernel/command.ts';
import type { AnyForm } from '../kernel/form.ts';
import type { AnyPlaceScreen, AnyScreen } from '../kernel/screen.ts';
import { checkInAfterGroup, groupWasHard } from './after-hard-meeting.ts';
import { answerGroupMeeting } from './answer-group-meeting.ts';
import { acceptGroupRules, changeGroupCapacity, changeGroupRule } from './change-group.ts';
import { cancelGroupMeeting, moveGroupMeeting, warnOfGroupMeeting } from './change-group-meeting.ts';
import { closeGroup } from './close-group.ts';
import { bringGroupWishes, noteGroupWish } from './coming-for-group.ts';
import { followGroup } from './follow-group.ts';
import { groupRulesScreen } from './ground-rules.ts';
import { showGroupHere } from './group-here.ts';
import { moveGroupMeetingForm, planGroupMeetingForm, warnOfGroupMeetingForm } from './group-meeting-forms.ts';
import { afterLeaving, groupAnswered, groupCallOff, groupMeetingCard } from './group-meeting-screens.ts';
import { groupOutOfReach } from './group-out-of-reach.ts';
import { finishRegister, markAttendance, offerGroupRegister } from './group-register.ts';
import { planGroupReminders, remindOfGroupMeeting, renewGroupReminders } from './group-reminders.ts';
import { groupScreen } from './group-screen.ts';
import { declineGroupLead, offerGroupLead, takeGroupLead } from './hand-over-group.ts';
import { askToJoin, joinGroup } from './join-group.ts';
import { groupJoinScreen, groupLeaveScreen, groupPlaceFree } from './join-screens.ts';
import { leaveAllGroups } from './leave-all-groups.ts';
import { leaveGroup } from './leave-group.ts';
import { askAfterLeaving, leaveNow } from './leave-now.ts';
import { makeGroup } from './make-group.ts';
import { makeGroupForm } from './make-group-form.ts';
import { groupNoneHere, myGroups } from './my-groups-screen.ts';
import { acceptAsLead, confirmGroupLead, leadIsTrained, openGroup, showGroupAgain } from './open-group.ts';
import { groupInPlace, groupMeetingInPlace, groupNewsInPlace } from './place-cards.ts';
import { planGroupMeeting } from './plan-group-meeting.ts';
import { refreshGroupCard } from './refresh-group-card.ts';
import { groupRegister } from './register-screen.ts';
import { changeGroupRuleForm, changeGroupSizeForm, handOverGroupForm } from './run-group-forms.ts';
import { groupClose, groupClosed, groupLeadOffer, groupRun } from './run-group-screens.ts';
import { askNext, placeLapses, takePlace } from './waiting-list.ts';

/** What can be done, asked and shown about groups. */
export const groupCommands: readonly AnyCommand[] = [
  ...[
    makeGroup,
    confirmGroupLead,
    leadIsTrained,
    acceptAsLead,
    openGroup,
    showGroupAgain,
    showGroupHere,
    refreshGroupCard,
  ],
  ...[askToJoin, joinGroup, leaveGroup, leaveAllGroups, askNext, takePlace, placeLapses, followGroup],
  ...[groupOutOfReach, noteGroupWish, bringGroupWishes],
  ...[planGroupMeeting, moveGroupMeeting, cancelGroupMeeting, answerGroupMeeting],
  ...[remindOfGroupMeeting, renewGroupReminders, planGroupReminders],
  ...[leaveNow, askAfterLeaving, checkInAfterGroup, groupWasHard, warnOfGroupMeeting],
  ...[closeGroup, offerGroupLead, takeGroupLead, declineGroupLead],
  ...[changeGroupRule, changeGroupCapacity, acceptGroupRules],
  ...[offerGroupRegister, markAttendance, finishRegister],
];
export const groupForms: readonly AnyForm[] = [
  ...[makeGroupForm, planGroupMeetingForm, moveGroupMeetingForm, warnOfGroupMeetingForm],
  ...[changeGroupRuleForm, changeGroupSizeForm, handOverGroupForm],
];
export const groupScreens: readonly AnyScreen[] = [
  afterLeaving,
  ...[
    groupScreen,
    myGroups,
    groupNoneHere,
    groupRulesScreen,
    groupJoinScreen,
    groupLeaveScreen,
    groupPlaceFree,
  ],
  ...[groupRun, groupClose, groupClosed, groupLeadOffer],
  ...[groupMeetingCard, groupCallOff, groupAnswered, groupRegister],
];
export const groupPlaceScreens: readonly AnyPlaceScreen[] = [
  groupInPlace,
  groupMeetingInPlace,
  groupNewsInPlace,
];
