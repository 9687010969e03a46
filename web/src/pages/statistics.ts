import './plain';
import '../components/statistics-page';
