import type { Command } from '../../lib/journey-map/commands.ts';
import type { Translate } from './messages.ts';

/** What a command does, in a few words: “Move cards”. */
export function stepName(command: Command, t: Translate): string {
  switch (command.type) {
    case 'add':
      return t(`journey.step.add.${command.to}`);
    case 'remove':
      return t(`journey.step.remove.${command.from}`);
    case 'change':
      return t(`journey.step.change.${command.in}`);
    case 'move':
      return t(`journey.step.move.${command.in}`);
    case 'split':
      return t(`journey.step.split.${command.in}`);
    case 'merge':
      return t(`journey.step.merge.${command.in}`);
    case 'all': {
      const names = new Set(command.commands.map((each) => stepName(each, t)));
      const [only, another] = names;
      return only !== undefined && another === undefined ? only : t('journey.step.several');
    }
    default:
      return t(`journey.step.${command.type}`);
  }
}
