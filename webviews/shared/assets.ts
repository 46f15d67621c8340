// Only so that webpack copies them to dist/webviews, where page.css finds the font beside itself.
import '@vscode/codicons/dist/codicon.ttf';
import './page.css';
