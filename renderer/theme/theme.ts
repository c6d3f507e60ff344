import { createTheme, defaultVariantColorsResolver, type MantineColorsTuple } from '@mantine/core';

// Mantine wants ten shades; the tokens know one accent and its neighbours, for light and dark alike.
const accent: MantineColorsTuple = [
  'var(--accent-tint)',
  'var(--accent-tint)',
  'var(--accent-line)',
  'var(--accent-line)',
  'var(--accent)',
  'var(--accent)',
  'var(--accent)',
  'var(--accent-strong)',
  'var(--accent-strong)',
  'var(--accent-strong)',
];

/** Mantine in the house's type and measures; its colours are mapped to ours in base.css. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 4 },
  colors: { accent },
  // Mantine writes white on every filled button; on the light accent of the dark scheme that cannot be read.
  variantColorResolver: (input) => {
    const resolved = defaultVariantColorsResolver(input);
    const isAccent = input.variant === 'filled' && (input.color ?? 'accent') === 'accent';
    return isAccent ? { ...resolved, color: 'var(--on-accent)' } : resolved;
  },
  fontFamily: 'var(--face-ui)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  radius: { xs: '3px', sm: 'var(--radius-s)', md: 'var(--radius-m)', lg: 'var(--radius-l)', xl: '20px' },
  defaultRadius: 'md',
  headings: { fontFamily: 'var(--face-ui)', fontWeight: '600' },
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' } },
    // The page never scrolls, and locking it would add a style element that the policy refuses.
    Modal: {
      defaultProps: {
        lockScroll: false,
        centered: true,
        radius: 'lg',
        transitionProps: { duration: 120, transition: 'fade' },
        closeButtonProps: { 'aria-label': 'Close' },
      },
    },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 }, radius: 'md' } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 80 }, radius: 'md' } },
    Tooltip: { defaultProps: { openDelay: 450, withArrow: false, transitionProps: { duration: 80 } } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm' } },
  },
});
