import { ActionIcon, Button, Tooltip, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import { IconDeviceDesktop, IconKeyboard, IconLanguage, IconMoon, IconSun } from '@tabler/icons-react';
import { hint } from '../commands/key-names.ts';
import { run } from '../commands/run.ts';
import classes from './Library.module.css';

const schemes = {
  auto: { name: 'As the system', Icon: IconDeviceDesktop, next: 'light' },
  light: { name: 'Light', Icon: IconSun, next: 'dark' },
  dark: { name: 'Dark', Icon: IconMoon, next: 'auto' },
} as const satisfies Record<MantineColorScheme, unknown>;

/** The models, and settings of the window: its light, and its keys. */
export function LibraryFooter() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { name, Icon, next } = schemes[colorScheme];
  const label = `Appearance: ${name}. Change to: ${schemes[next].name}`;
  return (
    <footer className={classes.footer}>
      <Tooltip label={hint('models.open')}>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconLanguage size={16} stroke={1.6} />}
          onClick={() => run('models.open')}
        >
          Models
        </Button>
      </Tooltip>
      <span className={classes.footerGap} />
      <Tooltip label={label}>
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={() => setColorScheme(next)}>
          <Icon size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={hint('help.keys')}>
        <ActionIcon variant="subtle" color="gray" aria-label="Keys" onClick={() => run('help.keys')}>
          <IconKeyboard size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </footer>
  );
}
