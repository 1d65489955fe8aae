"""What editors of the data use: findings shown in their forms."""
