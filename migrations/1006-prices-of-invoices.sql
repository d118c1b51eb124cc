-- What invoices come to is shown like any other price: to those who may see costs. Billing, which writes the prices, goes on seeing them; whoever sees costs comes in by password, not by PIN or badge.
update role set canSeeCost = 1, canSwitchQuickly = 0, version = version + 1 where name = 'Billing' and isHidden = 0 and canSeeCost = 0;
