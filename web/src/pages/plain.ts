// A page whose content the server writes: header and footer alone.

import '../components/header';
import '../components/footer';
