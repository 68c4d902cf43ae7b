/// The wall time that `work` takes.
public func nanoseconds(_ work: () throws -> Void) rethrows -> Double {
  let spent = try ContinuousClock().measure(work)
  return Double(spent.components.seconds) * 1e9 + Double(spent.components.attoseconds) / 1e9
}

/// The value in the middle; the upper of the two in the middle when their number is even.
public func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }

/// The value that 99 of 100 do not exceed.
public func percentile99(_ values: [Double]) -> Double { values.sorted()[(values.count * 99 + 99) / 100 - 1] }
