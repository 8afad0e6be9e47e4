import '#web/ui/styles/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '#web/app.tsx';
import { locale } from '#web/platform/i18n.ts';
import { setTheme, theme } from '#web/platform/theme.ts';

document.documentElement.lang = locale();
setTheme(theme());

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');
createRoot(place).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
