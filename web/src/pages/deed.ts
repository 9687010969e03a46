// A deed's page: the server writes it whole; elements within it come to life here.

import './plain';
import '../components/back';
import '../components/deed-actions';
import '../components/similar';
