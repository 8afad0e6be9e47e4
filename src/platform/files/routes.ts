import { sendPart } from '#platform/files/commands.ts';
import { accepts, type Route } from '#platform/http/routes.ts';

export const routes: readonly Route[] = [accepts(sendPart)];
