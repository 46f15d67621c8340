/** What a key asks of the grid. */
export type GridCommand =
  | {
      readonly kind: 'move';
      readonly by: 'row' | 'page' | 'edge';
      readonly forward: boolean;
      readonly extend: boolean;
    }
  | { readonly kind: 'column'; readonly forward: boolean }
  | { readonly kind: 'toggle' | 'toggleAll' | 'open' | 'menu' | 'clear' };

type Key = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>;

export const gridCommand = ({ key, shiftKey, ctrlKey, metaKey, altKey }: Key): GridCommand | undefined => {
  if (altKey) return undefined;
  const control = ctrlKey || metaKey;
  if (control && key.toLowerCase() === 'a') return { kind: 'toggleAll' };
  const move = (by: 'row' | 'page' | 'edge', forward: boolean): GridCommand => ({
    kind: 'move',
    by,
    forward,
    extend: shiftKey,
  });
  switch (key) {
    case 'ArrowDown':
      return move('row', true);
    case 'ArrowUp':
      return move('row', false);
    case 'PageDown':
      return move('page', true);
    case 'PageUp':
      return move('page', false);
    case 'End':
      return move('edge', true);
    case 'Home':
      return move('edge', false);
    case 'ArrowRight':
      return { kind: 'column', forward: true };
    case 'ArrowLeft':
      return { kind: 'column', forward: false };
    case ' ':
      return { kind: 'toggle' };
    case 'Enter':
      return { kind: 'open' };
    case 'Escape':
      return { kind: 'clear' };
    case 'ContextMenu':
      return { kind: 'menu' };
    case 'F10':
      return shiftKey ? { kind: 'menu' } : undefined;
    default:
      return undefined;
  }
};
