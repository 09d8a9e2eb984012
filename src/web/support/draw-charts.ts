import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Legend,
  LinearScale,
  Tooltip,
} from 'chart.js';
import { readTable } from './read-table';

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Legend, Tooltip);

/** More rows than these make bars that nobody can tell apart: the table has the rest. */
const MOST_BARS = 12;

/** Draws each chart of the page from the table beside it. */
export function drawCharts(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-chart]')) {
    const table = document.getElementById(box.dataset['table'] ?? '');
    const canvas = box.querySelector('canvas');
    if (!(table instanceof HTMLTableElement) || canvas === null) continue;
    box.hidden = false;
    drawChart(canvas, table, box.dataset['chart'] === 'bars');
  }
}

function drawChart(canvas: HTMLCanvasElement, table: HTMLTableElement, isLying: boolean): void {
  const { labels, series } = readTable(table, isLying ? MOST_BARS : Infinity);
  const style = getComputedStyle(document.documentElement);
  const colour = (name: string) => style.getPropertyValue(`--${name}`).trim();
  if (isLying) canvas.parentElement?.style.setProperty('--bars', String(labels.length));
  const axis = { stacked: true, ticks: { color: colour('subtle') }, border: { display: false } };
  const figures = {
    ...{ ...axis, beginAtZero: true, grid: { color: colour('line') } },
    ticks: { ...axis.ticks, precision: 0 },
  };
  const names = { ...axis, grid: { display: false } };
  new Chart(canvas, {
    type: 'bar',
    data: {
      labels: [...labels],
      datasets: series.map(({ name, label, values }) => ({
        ...{ label, data: [...values], backgroundColor: colour(name) },
        ...{ maxBarThickness: 28, borderRadius: 2 },
      })),
    },
    options: {
      ...{ indexAxis: isLying ? 'y' : 'x', animation: false, maintainAspectRatio: false },
      locale: document.documentElement.lang,
      interaction: { mode: 'index', axis: isLying ? 'y' : 'x', intersect: false },
      scales: isLying ? { x: figures, y: names } : { x: names, y: figures },
      plugins: {
        legend: {
          display: series.length > 1,
          ...{ position: 'bottom', align: 'start' },
          labels: { color: colour('ink'), boxWidth: 12, boxHeight: 12 },
        },
      },
    },
  });
}
