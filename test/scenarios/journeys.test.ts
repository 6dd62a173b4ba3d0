// Every journey through every app, in one process: loading three clients and three stand-ins costs as much as walking them all.
import './journeys/across-apps.ts';
import './journeys/arriving.ts';
import './journeys/at-any-time.ts';
import './journeys/helper.ts';
import './journeys/hearing-from-each-other.ts';
import './journeys/meeting.ts';
import './journeys/meeting-day.ts';
import './journeys/own-manner.ts';
import './journeys/own-way.ts';
import './journeys/writing.ts';
