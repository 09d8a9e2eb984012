import { Channels } from 'botbuilder';

/** Channel id of Microsoft Teams; a string, as activities have it. */
export const TEAMS: string = Channels.Msteams;
