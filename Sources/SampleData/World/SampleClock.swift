internal import Foundation

/// The year from which all rows are, and its rhythm: parts of the year's work become times.
///
/// In Indonesia people work by day and less on weekends, so an hour of the night has less of the year's work.
struct SampleClock {
  /// 2024-10-06 00:00:00 UTC.
  static let start = 1_728_172_800
  private static let hours = 365 * 24
  /// 2025-10-06 00:00:00 UTC.
  static let end = start + hours * 3600
  /// By hour of the day in Jakarta.
  private static let byHour: [Double] = [
    2, 1, 1, 1, 2, 4, 9, 16, 34, 48, 52, 47, 38, 44, 49, 47, 42, 36, 33, 36, 34, 25, 13, 5,
  ]
  /// From Sunday on, which `start` is.
  private static let byDay: [Double] = [0.5, 1.12, 1.08, 1.05, 1.03, 0.96, 0.72]
  private static let guides = 1 << 14

  /// The part of the year's work that is done before each hour; one more than there are hours.
  private let done: [Double]
  /// By part of the work, the hour to begin to look at.
  private let guide: [UInt16]

  init() {
    var sums = [0.0]
    for hour in 0..<Self.hours {
      let local = hour + 7
      sums.append(sums[hour] + Self.byHour[local % 24] * Self.byDay[local / 24 % 7])
    }
    let total = sums[Self.hours]
    done = sums.map { $0 / total }
    var guide: [UInt16] = []
    var hour = 0
    for place in 0..<Self.guides {
      while done[hour + 1] <= Double(place) / Double(Self.guides) { hour += 1 }
      guide.append(UInt16(hour))
    }
    self.guide = guide
  }

  /// When a part of the year's work was done, in seconds from 1970 with fractions; the more, the later.
  func exactTime(_ part: Double) -> Double {
    let part = min(max(part, 0), 1 - 0x1p-40)
    var hour = Int(guide[Int(part * Double(Self.guides))])
    while done[hour + 1] <= part { hour += 1 }
    let fraction = (part - done[hour]) / (done[hour + 1] - done[hour])
    return Double(Self.start + hour * 3600) + fraction * 3600
  }

  /// The same in whole seconds.
  func time(_ part: Double) -> Int { Int(exactTime(part)) }

  /// A time, or the end of the year where it lies behind that.
  static func within(_ seconds: Int) -> Int { min(seconds, end - 1) }
}
