import { Menu, type MenuItemConstructorOptions } from 'electron';

/**
 * The system's menu: what every desktop app has. The app's own commands and their keys live in the window,
 * where one table drives keys and help; an accelerator here would take the key away from it.
 */
export function installMenu(): void {
  const edit: MenuItemConstructorOptions = {
    label: 'Edit',
    submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
  };
  const view: MenuItemConstructorOptions = {
    label: 'View',
    submenu: [
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      { type: 'separator' },
      { role: 'togglefullscreen' },
    ],
  };
  const own: MenuItemConstructorOptions =
    process.platform === 'darwin' ? { role: 'appMenu' } : { role: 'fileMenu' };
  Menu.setApplicationMenu(Menu.buildFromTemplate([own, edit, view, { role: 'windowMenu' }]));
}
