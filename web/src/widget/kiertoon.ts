// The widgets for other web sites: one script, two elements. docs/embedding.md tells how to use them.

import { SearchWidget } from './search';
import { SimilarWidget } from './similar';

// Loaded twice, by two tags or two versions, the first one stays.
function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}

define('kiertoon-search', SearchWidget);
define('kiertoon-similar', SimilarWidget);
