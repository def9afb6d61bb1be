from .gebied import Gebied
from .postcode import Postcodegebied, Postcodeplaats

__all__ = ["Gebied", "Postcodegebied", "Postcodeplaats"]
