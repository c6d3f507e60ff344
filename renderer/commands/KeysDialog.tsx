import { Modal } from '@mantine/core';
import { Fragment } from 'react';
import { isMac, keycaps } from './key-names.ts';
import classes from './KeysDialog.module.css';
import { commandRows, type CommandGroup } from './table.ts';

const groups: CommandGroup[] = ['Editing', 'Moving', 'Library and window'];

/** The help of F1: the command table, set in two columns. */
export function KeysDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const mac = isMac();
  return (
    <Modal opened={opened} onClose={onClose} title="Keys" size={860}>
      <div className={classes.groups}>
        {groups.map((group) => (
          <section key={group} className={classes.group} aria-label={group}>
            <h3 className={classes.title}>{group}</h3>
            <dl className={classes.list}>
              {commandRows
                .filter((row) => row.group === group)
                .map(({ id, title, keys }) => (
                  <Fragment key={id}>
                    <dt>{title}</dt>
                    <dd>
                      {keys.map((binding, index) => (
                        <Fragment key={binding}>
                          {index > 0 && <span className={classes.or}>or</span>}
                          {keycaps(binding, mac).map((cap) => (
                            <kbd key={cap} className={classes.key}>
                              {cap}
                            </kbd>
                          ))}
                        </Fragment>
                      ))}
                    </dd>
                  </Fragment>
                ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
