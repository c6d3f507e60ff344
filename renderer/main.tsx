import '@mantine/core/styles.css';
import './theme/fonts.css';
import './theme/tokens.css';
import './theme/base.css';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { followWorkbench, queryClient } from './api/cache.ts';
import { guardLeaving } from './api/leaving.ts';
import { App } from './app/App.tsx';
import { styleNonce } from './app/nonce.ts';
import { bindKeys } from './commands/run.ts';
import { theme } from './theme/theme.ts';

followWorkbench();
guardLeaving();
bindKeys();

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={styleNonce}>
      <QueryClientProvider client={queryClient}>
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
