import './plain';
import '../components/search-page';
