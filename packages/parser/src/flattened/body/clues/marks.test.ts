import { expect, it } from 'vitest';
import { opensPoint } from './marks.ts';

it.each(['• Robot', '- Robot', '1) Robot', '🔴 Robot', '⚙️ Robot', '✅Robot'])('%j opens as a point does', (text) => {
  expect(opensPoint(text, 0)).toBe(true);
});

it.each(['Robot', '⭐️⭐️⭐️⭐️', '☕️', '🚀\n\nRobot'])('%j does not', (text) => {
  expect(opensPoint(text, 0)).toBe(false);
});
