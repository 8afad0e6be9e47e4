import { noticeRoutes } from '#notices/routes/notices.ts';
import { settingsRoutes } from '#notices/routes/settings.ts';
import type { Route } from '#platform/http/routes.ts';

/** Every route of notices, noun by noun. */
export const routes: readonly Route[] = [...noticeRoutes, ...settingsRoutes];
