from discounts import halved


def test_halved():
    assert halved(10) == 5
